package org.mlsysim.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mlsysim.api.ResolverFactory;

/** The checked-in pages are the ones that the code and its data make. */
class ReferencePagesTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Path ACTUAL = Path.of("target", "docs");

  @Test
  void theReferenceSaysWhatTheResolversDeclareAndAnswer() throws IOException {
    assertCheckedIn("reference", ReferencePages.of(DOCS.resolve("reference")));
  }

  @Test
  void everyExampleAndEveryDifferenceIsOfAResolver() {
    assertThat(ResolverFactory.installed().ids())
        .containsAll(ReferencePages.named(DOCS.resolve("reference")));
  }

  @Test
  void thePageOfErrorsHasEveryCodeWithTheMessageThatItsCodeWrites() throws IOException {
    assertCheckedIn("", Map.of("errors.md", ErrorPage.text()));
  }

  /** A person copies the pages, never the build. */
  private static void assertCheckedIn(String folder, Map<String, String> pages) throws IOException {
    List<String> differing = new ArrayList<>();
    for (Map.Entry<String, String> page : new TreeMap<>(pages).entrySet()) {
      Path checkedIn = DOCS.resolve(folder).resolve(page.getKey());
      if (!Files.exists(checkedIn) || !Files.readString(checkedIn).equals(page.getValue())) {
        Path actual = ACTUAL.resolve(folder).resolve(page.getKey());
        Files.createDirectories(actual.getParent());
        Files.writeString(actual, page.getValue());
        differing.add(checkedIn.getFileName().toString());
      }
    }
    if (!folder.isEmpty()) {
      try (Stream<Path> files = Files.list(DOCS.resolve(folder))) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(".md") && !pages.containsKey(name))
            .map(name -> name + " (of no resolver)")
            .forEach(differing::add);
      }
    }

    assertThat(differing)
        .as(
            "pages that differ from what the code makes; read the new ones under"
                + " mlsysim-dist/target/docs, then: cp -r mlsysim-dist/target/docs/. docs/")
        .isEmpty();
  }
}
