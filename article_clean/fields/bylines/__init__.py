"""A byline as printed in, people, agencies and roles out."""
