package dev.deckmill.svgpptx.raster;

import dev.deckmill.svgpptx.raster.filter.MemoryBudget;
import dev.deckmill.svgpptx.raster.filter.WorkBudget;

/**
 * What the filters of one picture may take.
 *
 * @param mostPixels of a filter's region; a larger one is computed less finely
 * @param work of all of them, and of others on the page
 * @param masks the work of what turns contents of masks into masks
 * @param memory of those that are at work at one time
 * @param unit pixels of the picture in a pixel of the page
 */
record FilterLimits(
    long mostPixels, WorkBudget work, WorkBudget masks, MemoryBudget memory, double unit) {}
