/**
 * How wide and how high text is, and which font it will really be shown in.
 *
 * <pre>{@code
 * FontCatalog catalog = FontCatalog.of(FontSources.system());          // one a process; or bundled()
 * FontResolver resolver = new FontResolver(catalog, TextProfile.POWERPOINT);
 * Resolution fonts = resolver.resolve(run.font(), run.text(), run.language());
 * double width = TextMeasure.advance(run.text(), fonts, size, letterSpacing, wordSpacing);
 * LineBox line = LineBox.of(resolver, fonts, size);                    // top of the box = y - line.ascent()
 * }</pre>
 *
 * <p>Here: reading metrics out of font files, bundled metrics of common families, choosing families
 * by text profile, advances and line boxes. Not here: glyph outlines, shaping, breaking lines,
 * DrawingML. Called by {@code parse} (text on a path, anchors) and {@code analyze} (placing text
 * boxes); depends on {@code ir} alone. The only files touched are those below the folders of a
 * {@link dev.deckmill.svgpptx.font.catalog.FontSources}.
 *
 * <h2>How viewers lay out a line, and how that is known</h2>
 *
 * Zero insets, {@code anchor="t"}, no autofit; sizes in em of the run.
 *
 * <table>
 * <caption>First baseline below the top, and line pitch</caption>
 * <tr><th>profile<th>pitch<th>first baseline<th>known from
 * <tr><td>PowerPoint<td>1.2, times {@code spcPct}; {@code spcPts} exactly
 *   <td>1.2 × win ascent / (win ascent + win descent) of OS/2; every font on the line counts, that of
 *   {@code a:endParaRPr} included: the largest ascent and descent shares, scaled back to 1.2. Below
 *   100 % the descent stays and the ascent gives way, above both grow
 *   <td>native exports of probe decks that the project office2pdf published (its pull requests 525, 1258
 *   and issues 1071, 1176, 1254; PowerPoint 16 on Windows and macOS, some 20 faces, 8 to 100 pt, error
 *   0.1 pt). On macOS baselines are rounded to whole points, which we don't imitate
 * <tr><td>LibreOffice<td>1.2, times {@code spcPct}; {@code spcPts} exactly
 *   <td>1.0 whatever the font; the descent, 0.2, stays whatever the spacing
 *   <td>measured here: LibreOffice 7.4.7 headless, 18 families, 7 to 40 pt, 80 to 150 %, exact spacing
 *   16 to 40 pt, positions read from its PDF, error 0.03 pt. Builds that read the font's own tables
 *   place it by {@code hhea} instead
 * <tr><td>Google Slides<td>1.2, times {@code spcPct}; {@code spcPts} comes out 1.2 × too high,
 *   so it is written that much smaller
 *   <td>1.2 × ascent / (ascent + descent) as browsers see them
 *   <td>pitch: calibration deck published with BuilderIO/agent-native pull request 5114; the baseline is
 *   an assumption
 * <tr><td>WPS<td>as PowerPoint<td>as PowerPoint<td>an assumption: WPS imitates PowerPoint
 * </table>
 *
 * <p>So write {@code a:endParaRPr} with the size and typeface of the run, or the theme's font moves
 * the line. PowerPoint kerns only where {@code kern} (a least size) is given, and forms no
 * ligatures.
 *
 * <h2>Advances</h2>
 *
 * As HarfBuzz with kerning and without ligatures: equal to the unit for Latin text in 22 faces of
 * 17 families, within 1 % for other scripts by bundled metrics, whose pairs are left out. Metrics
 * of families that may not be shipped come from free fonts drawn to the same advances, or from a
 * likeness scaled to the family's published mean ({@code families.txt}). Where the jar knows a
 * family's advances exactly, the office profiles don't look at this machine's files: the same
 * answers everywhere.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.font;
