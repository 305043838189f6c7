package dev.deckmill.svgpptx.dml;

/** {@code ST_TextUnderlineType} (ECMA-376 §20.1.10.82), as far as CSS knows such lines. */
public enum UnderlineType {
  NONE("none"),
  SINGLE("sng"),
  DOUBLE("dbl"),
  DOTTED("dotted"),
  DASHED("dash"),
  WAVY("wavy");

  private final String token;

  UnderlineType(String token) {
    this.token = token;
  }

  /** The attribute's value. */
  public String token() {
    return token;
  }
}
