"""What an edit did: claims as they are beside claims as they were at a revision."""
