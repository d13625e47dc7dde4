"""Values that no fraction is: enclosed in tiny intervals that are proved to hold a solution."""
