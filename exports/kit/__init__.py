"""The parts every document is made of: page, fonts, table, charts, workbook."""
