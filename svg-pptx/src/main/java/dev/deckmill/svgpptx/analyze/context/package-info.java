/**
 * What is known around a node while a page is planned: the state it inherits, how far it reaches,
 * the fonts, and what has been found so far. For the planners and the text layout.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.analyze.context;
