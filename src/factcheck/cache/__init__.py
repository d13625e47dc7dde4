"""Results kept between runs, under a hash of everything that they depend on."""
