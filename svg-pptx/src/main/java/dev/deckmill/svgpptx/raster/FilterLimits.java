package dev.deckmill.svgpptx.raster;

import dev.deckmill.svgpptx.raster.filter.WorkBudget;

/**
 * What the filters of one picture may take.
 *
 * @param mostPixels of a filter's region; a larger one is computed less finely
 * @param budget the work of all of them
 * @param unit pixels of the picture in a pixel of the page
 */
record FilterLimits(long mostPixels, WorkBudget budget, double unit) {}
