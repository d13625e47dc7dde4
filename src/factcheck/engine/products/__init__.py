"""Small nonlinear cores: facts multiplied with each other, as linear programmes over monomials."""
