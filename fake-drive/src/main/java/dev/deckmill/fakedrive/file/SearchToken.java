package dev.deckmill.fakedrive.file;

import java.util.ArrayList;
import java.util.List;

/** A piece of a search query. */
sealed interface SearchToken {
  /** A quoted string, without its quotes and escapes. */
  record Text(String value) implements SearchToken {}

  /** A field, an operator's name or a truth value. */
  record Word(String value) implements SearchToken {}

  record Sign(String value) implements SearchToken {}

  static List<SearchToken> read(String query) {
    return new Reader(query).all();
  }

  /** Walks over the query once. */
  final class Reader {
    private final String query;
    private int at;

    private Reader(String query) {
      this.query = query;
    }

    private List<SearchToken> all() {
      List<SearchToken> tokens = new ArrayList<>();
      while (at < query.length()) {
        char c = query.charAt(at);
        if (Character.isWhitespace(c)) {
          at++;
        } else if (c == '\'') {
          tokens.add(quoted());
        } else if (Character.isLetterOrDigit(c)) {
          tokens.add(word());
        } else {
          tokens.add(sign());
        }
      }
      return tokens;
    }

    private Text quoted() {
      StringBuilder value = new StringBuilder();
      for (at++; at < query.length(); at++) {
        char c = query.charAt(at);
        if (c == '\'') {
          at++;
          return new Text(value.toString());
        }
        if (c == '\\' && at + 1 < query.length()) {
          c = query.charAt(++at);
        }
        value.append(c);
      }
      throw Search.invalid();
    }

    private Word word() {
      int start = at;
      while (at < query.length() && Character.isLetterOrDigit(query.charAt(at))) {
        at++;
      }
      return new Word(query.substring(start, at));
    }

    private Sign sign() {
      int length = query.startsWith("!=", at) ? 2 : 1;
      String value = query.substring(at, at + length);
      if (!"(){}=!=".contains(value)) {
        throw Search.invalid();
      }
      at += length;
      return new Sign(value);
    }
  }
}
