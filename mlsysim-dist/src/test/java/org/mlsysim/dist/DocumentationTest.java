package org.mlsysim.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code of the documentation is the code that the tests compile and run. */
class DocumentationTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    pages.add(ROOT.resolve("CONTRIBUTING.md"));
    pages.add(ROOT.resolve("plugins-example/README.md"));
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  /** The text without indentation and blank lines, so that a block may be a region of a file. */
  private static String squeezed(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void everyBlockOfJavaStandsInACompiledSource() throws IOException {
    List<String> sources = new ArrayList<>();
    for (Path folder :
        List.of(
            Path.of("src", "test", "resources"), ROOT.resolve(Path.of("plugins-example", "src")))) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          sources.add(squeezed(Files.readString(file)));
        }
      }
    }
    List<String> typedByHand = new ArrayList<>();
    int blocks = 0;
    for (Path page : pages()) {
      Matcher block = BLOCK.matcher(Files.readString(page));
      while (block.find()) {
        blocks++;
        String code = squeezed(block.group(1));
        if (sources.stream().noneMatch(source -> source.contains(code))) {
          typedByHand.add(page + ":\n" + code);
        }
      }
    }

    assertThat(blocks).isPositive();
    assertThat(typedByHand).isEmpty();
  }

  @Test
  void everyLinkOfAPageLeadsSomewhere() throws IOException {
    List<String> dead = new ArrayList<>();
    for (Path page : pages()) {
      Matcher link = LINK.matcher(Files.readString(page));
      while (link.find()) {
        if (!Files.exists(page.resolveSibling(link.group(1)))) {
          dead.add(page + " -> " + link.group(1));
        }
      }
    }

    assertThat(dead).isEmpty();
  }
}
