package org.mlsysim.cli;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A page of text for a terminal.
 *
 * <p>Whatever is put on it is escaped, so that no name can carry a control sequence; colour comes
 * from {@link Style} alone, and only where the terminal shows it.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TextPage {
  /** The width of a page, in columns. */
  static final int WIDTH = 78;

  private static final String RESET = "\u001b[0m";
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";

  /** How a piece of text looks. */
  public enum Style {
    PLAIN(""),
    BOLD("\u001b[1m"),
    DIM("\u001b[2m"),
    GOOD("\u001b[32m"),
    BAD("\u001b[31m"),
    WARN("\u001b[33m"),
    ACCENT("\u001b[36m");

    private final String code;

    Style(String code) {
      this.code = code;
    }
  }

  private final StringBuilder text = new StringBuilder();
  private final boolean colored;
  private int column;

  TextPage(boolean colored) {
    this.colored = colored;
  }

  /** Puts a piece of text on the current line. */
  public TextPage put(String piece) {
    return put(Style.PLAIN, piece);
  }

  /** Puts a piece of text on the current line. */
  public TextPage put(Style style, String piece) {
    String shown = escape(piece);
    boolean styled = colored && style != Style.PLAIN;
    if (styled) {
      text.append(style.code);
    }
    text.append(shown);
    if (styled) {
      text.append(RESET);
    }
    column += shown.length();
    return this;
  }

  /** Fills the current line with blanks up to a column, with one blank at least. */
  public TextPage to(int target) {
    do {
      text.append(' ');
      column++;
    } while (column < target);
    return this;
  }

  /** Ends the current line. */
  public TextPage end() {
    int last = text.length();
    while (last > 0 && text.charAt(last - 1) == ' ') {
      last--;
    }
    text.setLength(last);
    text.append('\n');
    column = 0;
    return this;
  }

  /** A line of text. */
  public TextPage line(String piece) {
    return put(piece).end();
  }

  /** A thin line across the page. */
  public TextPage rule() {
    return put(Style.DIM, "─".repeat(WIDTH)).end();
  }

  /** A paragraph, broken between words and indented. */
  public TextPage paragraph(int indent, String words) {
    to(indent);
    boolean first = true;
    for (String word : escape(words).split(" ", -1)) {
      if (!first && column + 1 + word.length() > WIDTH) {
        end().to(indent);
        first = true;
      }
      put(first ? word : " " + word);
      first = false;
    }
    return end();
  }

  /**
   * A bar whose filled part is a share of its width, to an eighth of a column.
   *
   * @param share from 0 to 1; what is outside is cut off
   */
  public TextPage bar(Style style, double share, int width) {
    int eighths = (int) Math.floor(Math.min(1, Math.max(0, share)) * width * 8 + 0.5);
    if (eighths == 0 && share > 0) {
      eighths = 1;
    }
    int full = eighths / 8;
    String filled = "█".repeat(full);
    if (eighths % 8 > 0) {
      filled += EIGHTHS.charAt(eighths % 8);
    }
    return put(style, filled).put(Style.DIM, "·".repeat(width - filled.length()));
  }

  /** A table; columns are as wide as their longest cell, numbers' columns end together. */
  public TextPage table(List<String> headers, List<List<String>> rows) {
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      int width = headers.get(i).length();
      for (List<String> row : rows) {
        width = Math.max(width, escape(row.get(i)).length());
      }
      widths.add(width);
    }
    cells(headers, widths, Style.BOLD);
    rows.forEach(row -> cells(row, widths, Style.PLAIN));
    return this;
  }

  private void cells(List<String> cells, List<Integer> widths, Style style) {
    int start = 0;
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        to(start);
      }
      put(style, cells.get(i));
      start += widths.get(i) + 2;
    }
    end();
  }

  /** The text with control characters, and those that change the direction of writing, spelled. */
  static String escape(String piece) {
    for (int i = 0; i < piece.length(); i++) {
      if (hidden(piece.charAt(i))) {
        return spelled(piece);
      }
    }
    return piece;
  }

  private static boolean hidden(char c) {
    return c < ' '
        || (c >= 0x7f && c < 0xa0)
        || (c >= 0x200b && c <= 0x200f)
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2060 && c <= 0x2069)
        || c == 0xfeff;
  }

  private static String spelled(String piece) {
    StringBuilder spelled = new StringBuilder();
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (hidden(c)) {
        String hex = Integer.toHexString(c);
        spelled.append("\\u").append("0000", hex.length(), 4).append(hex);
      } else {
        spelled.append(c);
      }
    }
    return spelled.toString();
  }

  /** The page so far. */
  @Override
  public String toString() {
    return text.toString();
  }
}
