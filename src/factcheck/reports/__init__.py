"""Reports: one small renderer for each format, a pure function of the report."""

from factcheck.reports.formats import FORMATS, render, renderer_of
from factcheck.reports.interface import Format, Renderer, RenderOptions

__all__ = ["FORMATS", "Format", "RenderOptions", "Renderer", "render", "renderer_of"]
