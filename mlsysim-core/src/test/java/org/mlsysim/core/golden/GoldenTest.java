package org.mlsysim.core.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlsysim.api.ResolverFactory;

/** Every resolver answers its golden cases. */
class GoldenTest {
  private static final Set<String> OTHER_FILES = Set.of("cli.jsonl", "errors.jsonl");

  static Stream<String> resolverFiles() throws IOException {
    List<String> ids = ResolverFactory.installed().ids();
    try (Stream<Path> files = Files.list(GoldenCase.folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".jsonl") && !OTHER_FILES.contains(file))
          .filter(file -> file.equals("Engine.jsonl") || ids.contains(resolver(file)))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static String resolver(String file) {
    return file.substring(0, file.length() - ".jsonl".length());
  }

  @ParameterizedTest
  @MethodSource("resolverFiles")
  void everyCaseOfTheFileHolds(String file) {
    assertHold(GoldenCase.read(file));
  }

  @Test
  void everyRefusalHolds() {
    List<String> ids = ResolverFactory.installed().ids();
    assertHold(
        GoldenCase.read("errors.jsonl").stream()
            .filter(each -> ids.contains(each.resolver()))
            .toList());
  }

  private static void assertHold(List<GoldenCase> cases) {
    Map<String, List<String>> failures = new LinkedHashMap<>();
    for (GoldenCase each : cases) {
      List<String> differences = each.differences();
      if (!differences.isEmpty()) {
        failures.put(each.id(), differences);
      }
    }

    assertThat(cases).isNotEmpty();
    assertThat(failures).isEmpty();
  }
}
