package org.mlsysim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mlsysim.cli.TextPage.Style;

class TextPageTest {
  @Test
  void aBarFillsByEighthsAndShowsWhatIsNotNothing() {
    assertThat(bar(0)).isEqualTo("········");
    assertThat(bar(0.5)).isEqualTo("████····");
    assertThat(bar(1)).isEqualTo("████████");
    assertThat(bar(9.4)).isEqualTo("████████");
    assertThat(bar(1e-9)).isEqualTo("▏·······");
    assertThat(bar(0.5 + 1.0 / 16)).isEqualTo("████▌···"); // four columns and a half
  }

  private static String bar(double share) {
    return new TextPage(false).bar(Style.PLAIN, share, 8).toString();
  }

  @Test
  void controlCharactersAndBidirectionalMarksAreSpelled() {
    assertThat(TextPage.escape("a\u001b]0;x\u0007b")).isEqualTo("a\\u001b]0;x\\u0007b");
    assertThat(TextPage.escape("a\u202eb\u0085")).isEqualTo("a\\u202eb\\u0085");
    assertThat(TextPage.escape("µ ≤ √")).isEqualTo("µ ≤ √");
  }

  @Test
  void coloursStandAroundTextAndVanishWithoutATerminal() {
    assertThat(new TextPage(true).put(Style.BAD, "no").toString())
        .isEqualTo("\u001b[31mno\u001b[0m");
    assertThat(new TextPage(false).put(Style.BAD, "no").toString()).isEqualTo("no");
  }

  @Test
  void paragraphsBreakBetweenWords() {
    String words = "word ".repeat(40).strip();

    String text = new TextPage(false).paragraph(4, words).toString();

    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(78));
    assertThat(String.join(" ", text.lines().map(String::strip).toList())).isEqualTo(words);
  }

  @Test
  void columnsOfATableBeginTogether() {
    String text =
        new TextPage(false)
            .table(List.of("id", "peak"), List.of(List.of("a", "1"), List.of("longer", "2")))
            .toString();

    assertThat(text).isEqualTo("id      peak\na       1\nlonger  2\n");
  }
}
