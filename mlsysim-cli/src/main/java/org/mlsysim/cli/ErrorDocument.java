package org.mlsysim.cli;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.wire.Wire;

/** Findings as the document that programs read, and as the lines that people read. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ErrorDocument {
  /** The document of everything that is wrong. */
  public static Wire.Fields of(List<Finding> findings) {
    List<Wire> errors = new ArrayList<>();
    findings.forEach(finding -> errors.add(entry(finding)));
    return Wire.fields().put("status", "error").put("errors", new Wire.Items(errors)).build();
  }

  /** One finding as a member of the document. */
  public static Wire.Fields entry(Finding finding) {
    Wire.FieldsBuilder entry =
        Wire.fields().put("code", finding.code().text()).put("message", oneLine(finding.message()));
    finding.hint().ifPresent(hint -> entry.put("hint", oneLine(hint)));
    entry.put("port", finding.port());
    finding.value().ifPresent(value -> entry.put("value", value));
    finding.expected().ifPresent(expected -> entry.put("expected", expected));
    if (!finding.nearest().isEmpty()) {
      entry.put("nearest", Wire.texts(finding.nearest()));
    }
    finding
        .position()
        .ifPresent(
            at -> entry.put("file", at.file()).put("line", at.line()).put("column", at.column()));
    return entry.build();
  }

  /** The exit code of a list of findings: bad input wins, because then nothing was evaluated. */
  static int exitCode(List<Finding> findings) {
    int code = Answer.FAILURE;
    for (Finding finding : findings) {
      code = Math.min(code, finding.code().exitCode());
    }
    return code;
  }

  /** Writes the findings for people: what is wrong, where, and what to do. */
  static void write(List<Finding> findings, TextPage page) {
    for (Finding finding : findings) {
      page.put(TextPage.Style.BAD, finding.code().text()).put(": ");
      finding
          .position()
          .ifPresent(at -> page.put(at.file() + ":" + at.line() + ":" + at.column() + ": "));
      page.line(oneLine(finding.message()));
      finding.hint().ifPresent(hint -> page.put("  ").line(oneLine(hint)));
    }
  }

  /** The finding for a failure that nobody foresaw. */
  static Finding internal(Throwable failure) {
    return Finding.of(ErrorCode.INTERNAL, "", "mlsysim failed: " + failure)
        .withHint("Run it again with --stacktrace and report what it says.");
  }

  private static String oneLine(String text) {
    return text.indexOf('\n') < 0
        ? text
        : String.join(" ", text.lines().map(String::strip).toList());
  }

  private ErrorDocument() {}
}
