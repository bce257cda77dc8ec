package org.mlsysim.cli;

import java.util.List;

/** The remarks below an answer: why it is infeasible, and what to know before trusting it. */
final class Notes {
  static void write(List<String> reasons, List<String> caveats, TextPage page) {
    write("Why not", TextPage.Style.BAD, reasons, page);
    write("Caveats", TextPage.Style.WARN, caveats, page);
  }

  private static void write(
      String title, TextPage.Style style, List<String> remarks, TextPage page) {
    if (!remarks.isEmpty()) {
      page.end().put("  ").put(style, title).end();
      remarks.forEach(remark -> page.paragraph(4, remark));
    }
  }

  private Notes() {}
}
