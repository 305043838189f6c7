package dev.deckmill.svgpptx.analyze;

import dev.deckmill.svgpptx.analyze.context.InheritedState;
import dev.deckmill.svgpptx.analyze.context.PlanContext;
import dev.deckmill.svgpptx.analyze.geometry.Clip;
import dev.deckmill.svgpptx.analyze.geometry.Extent;
import dev.deckmill.svgpptx.analyze.geometry.Form;
import dev.deckmill.svgpptx.analyze.geometry.Forms;
import dev.deckmill.svgpptx.analyze.geometry.PathBuilder;
import dev.deckmill.svgpptx.analyze.geometry.Place;
import dev.deckmill.svgpptx.analyze.geometry.Similarity;
import dev.deckmill.svgpptx.analyze.plan.Crop;
import dev.deckmill.svgpptx.analyze.plan.Decision;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.policy.FidelityPolicy.Cause;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Picture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans pictures: cropped to what is seen of them, turned and mirrored as a whole. */
final class PicturePlanner {
  private final PlanContext context;

  PicturePlanner(PlanContext context) {
    this.context = context;
  }

  List<Item> plan(Picture picture, InheritedState where, InheritedState outer) {
    Affine toSlide = where.toSlide().times(picture.transform());
    if (!Similarity.keepsAngles(toSlide)) {
      return context.drawn(picture, outer, Cause.PICTURE_SKEWED).map(List::of).orElse(List.of());
    }
    Similarity parts = Similarity.of(toSlide);
    Extent seen = Extent.of(picture.box()).intersection(Extent.of(picture.viewport()));
    Clip clip = where.clip();
    boolean straight = parts.degrees() == 0 && !parts.mirrored();
    if (clip != null && straight) {
      Extent allowed = clip.extent().under(toSlide.inverse());
      seen = seen.intersection(allowed);
    }
    if (seen.isEmpty() || seen.width() <= 0 || seen.height() <= 0) {
      return List.of();
    }
    Place place = place(seen, toSlide, parts);
    Form cut = cut(clip, place, parts.mirrored());
    if (cut instanceof Form.Free free && free.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Item.Image(
            context.safe(picture.origin()),
            Decision.natively(picture.origin()),
            picture.image(),
            place,
            parts.mirrored(),
            crop(seen, picture.box()),
            cut,
            where.opacity(),
            where.effects()));
  }

  /** Not laid on its side as other boxes are: what it shows has a top. */
  private static Place place(Extent seen, Affine toSlide, Similarity parts) {
    double cx = (seen.left() + seen.right()) / 2;
    double cy = (seen.top() + seen.bottom()) / 2;
    double width = seen.width() * parts.scaleX();
    double height = seen.height() * parts.scaleY();
    return new Place(
        toSlide.x(cx, cy) - width / 2,
        toSlide.y(cx, cy) - height / 2,
        width,
        height,
        parts.degrees());
  }

  private static Crop crop(Extent seen, Box whole) {
    return new Crop(
        (seen.left() - whole.x()) / whole.width(),
        (seen.top() - whole.y()) / whole.height(),
        seen.width() / whole.width(),
        seen.height() / whole.height());
  }

  /**
   * What of a picture's place a clip leaves, as the place is before it is mirrored and turned: so
   * are the outlines of pictures.
   */
  private static @Nullable Form cut(@Nullable Clip clip, Place place, boolean mirrored) {
    Form.Rect whole = new Form.Rect(place);
    Extent onSlide = Extent.of(place);
    boolean straight = place.degrees() == 0 && !mirrored;
    if (clip == null
        || clip.contains(onSlide)
        || (straight && clip.isUprightRectangle() && onSlide.grown(1).contains(clip.extent()))) {
      return null;
    }
    if (straight && clip.form() != null && onSlide.grown(1).contains(clip.extent())) {
      return clip.form();
    }
    Geometry.Path left = clip.cut(Forms.path(whole));
    Affine back = Forms.turn(whole).inverse();
    double twiceMiddle = place.y() * 2 + place.height();
    Affine upright = mirrored ? new Affine(1, 0, 0, -1, 0, twiceMiddle).times(back) : back;
    return new Form.Free(PathBuilder.transformed(left, upright));
  }
}
