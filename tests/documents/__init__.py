"""The guide, the article's page, the examples and the claims agree with one another and with the program."""
