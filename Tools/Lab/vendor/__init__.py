"""A vendor that is not one: it answers every name and writes down what it was told."""
