/**
 * The engine: SVG pages in, slides and decks out. This package is the whole public API.
 *
 * <pre>{@code
 * var slide = new SvgToSlide(SlideOptions.defaults()).convert(new Page("page-1.svg", svgBytes));
 * try (var deck = new SlidesToDeck(out, new SlidesToDeck.DeckOptions("Report", SlideSize.WIDE))) {
 *   deck.add(slide);
 * }
 * }</pre>
 *
 * <p>A page goes {@code parse → analyze → map → embed}; slides go to {@code deck}. No framework, no
 * telemetry, no network; of files only the fonts of this machine are read.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx;
