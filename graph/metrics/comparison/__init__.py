"""Comparing regions without fooling oneself: against chance within a region, with errors between regions, or not at all."""
