/**
 * Text in boxes: chunks laid out in runs, lines joined to paragraphs, labels put into their shapes,
 * the slide's title. For the planners.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.analyze.text;
