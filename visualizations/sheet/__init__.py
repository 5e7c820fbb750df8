"""Sheets: a network picture as it goes into a meeting, as SVG and as PDF, made on the server from the positions of the page.

A sheet carries everything by which a printed picture is understood: title, filters, day, legend with counts of what is
drawn, the picture in one sentence, and the sources with their licences.
"""
