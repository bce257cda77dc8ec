package org.mlsysim.processor;

import java.util.Locale;

/** The rule between a Java name and its wire name, as the API has it. */
public final class WireNames {
  /** {@code batchSize} becomes {@code batch_size}; a run of capitals is one word. */
  public static String snakeCase(String name) {
    StringBuilder snake = new StringBuilder(name.length() + 4);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean startsWord =
          i > 0
              && Character.isUpperCase(c)
              && (!Character.isUpperCase(name.charAt(i - 1))
                  || (i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1))));
      if (startsWord) {
        snake.append('_');
      }
      snake.append(c);
    }
    return snake.toString().toLowerCase(Locale.ROOT);
  }

  /** Whether a wire name is words of small letters and digits joined by underscores. */
  static boolean isSnakeCase(String name) {
    return name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*_?");
  }

  private WireNames() {}
}
