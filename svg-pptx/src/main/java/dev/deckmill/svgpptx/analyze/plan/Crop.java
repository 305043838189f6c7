package dev.deckmill.svgpptx.analyze.plan;

/**
 * What of a picture is shown, in shares of its width and height: 0 to 1 where it lies inside.
 *
 * @param left how far from the picture's left side it begins; {@code top} from its upper side
 * @param width of what is shown; {@code height} likewise
 */
public record Crop(double left, double top, double width, double height) {}
