"""Views: records in, text or a Rich renderable out; nothing is printed and no file is read."""
