package org.mlsysim.api.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;

/** Finds the known names that resemble a mistyped one. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class NearestNames {
  private static final int MOST = 3;

  private record Scored(String name, int distance) {}

  /**
   * Up to three names within a third of the mistyped name's length in edits (insert, delete,
   * replace, swap neighbours; letter case, '-' and '_' ignored), or that contain it, nearest first
   * and in alphabetical order where equally near.
   */
  public static List<String> of(String name, Collection<String> known) {
    String wanted = fold(name);
    int limit = Math.max(1, wanted.length() / 3);
    return known.stream()
        .map(candidate -> new Scored(candidate, distance(wanted, fold(candidate))))
        .filter(
            scored ->
                scored.distance() <= limit
                    || (wanted.length() >= 3 && fold(scored.name()).contains(wanted)))
        .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
        .map(Scored::name)
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT).replace('-', '_').replace("_", "");
  }

  /** Optimal string alignment distance. */
  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replace, 1 + Math.min(last[j], row[j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], 1 + beforeLast[j - 2]);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }

  private NearestNames() {}
}
