"""The relations as a picture: facts and checks as a graph, laid out component by component."""
