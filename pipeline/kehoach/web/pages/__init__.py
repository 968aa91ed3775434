"""The pages that officers see, one module for each part of the menu."""
