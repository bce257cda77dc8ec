package org.mlsysim.api.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.discovery.Discovery;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.Findings;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.error.UnknownNameException;
import org.mlsysim.api.port.RecordShape;
import org.mlsysim.api.port.Registry;

/**
 * All registered objects, merged from all sources: immutable, and lazy in what it reads.
 *
 * <p>Names are scoped by type: the same short name may belong to a device and to a memory tier.
 * Within a type, an id that two sources claim is refused with both named.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Catalogs implements Registry {
  private record Held(CatalogEntry entry, String source, RecordKind<?> kind) {}

  private final Map<String, RecordKind<?>> kinds = new LinkedHashMap<>();
  private final List<Held> held = new ArrayList<>();
  private final Map<String, Held> byPath = new HashMap<>();
  private final ConcurrentMap<Class<?>, TypedCatalog<?>> catalogs = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Catalog<Registered>> ofKind = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, RecordShape<?>> shapes = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Object> objects = new ConcurrentHashMap<>();

  private Catalogs(Collection<? extends CatalogSource> sources) {
    BuiltInKinds.ALL.forEach(this::addKind);
    for (CatalogSource source : sources) {
      source.kinds().forEach(this::addKind);
    }
    for (CatalogSource source : sources) {
      for (CatalogEntry entry : source.entries()) {
        RecordKind<?> kind = kinds.get(entry.kind());
        if (kind == null) {
          Finding finding =
              Findings.unknownName("kind", "a kind of record", entry.kind(), kinds.keySet());
          throw new UnknownNameException(
              List.of(in("%s of %s: ".formatted(entry.path(), source.name()), finding)));
        }
        Held added = new Held(entry, source.name(), kind);
        Held other = byPath.putIfAbsent(fold(entry.path()), added);
        if (other != null) {
          throw refused(
              "%s is claimed by %s and by %s"
                  .formatted(entry.path(), other.source(), source.name()));
        }
        held.add(added);
      }
    }
  }

  /**
   * The catalogs of some sources.
   *
   * @throws BadInputException if two of them claim one path
   * @throws UnknownNameException if an entry's kind is unknown
   */
  public static Catalogs of(Collection<? extends CatalogSource> sources) {
    return new Catalogs(sources);
  }

  /** The built-in sources and the installed plugins'; a broken source is left out. */
  public static Catalogs installed() {
    return Installed.CATALOGS;
  }

  /** The installed sources and those of plugin layers; a broken source is left out. */
  public static Catalogs load(List<ModuleLayer> layers) {
    List<CatalogSource> sources = new ArrayList<>();
    for (Discovery.Provider<CatalogSource> provider :
        Discovery.in(CatalogSource.class, layers).providers()) {
      try {
        sources.add(provider.create());
      } catch (ServiceConfigurationError | LinkageError e) {
        // The diagnostics of discovery say why.
      }
    }
    return of(sources);
  }

  private static final class Installed {
    private static final Catalogs CATALOGS = load(List.of());
  }

  /** The catalog of a type or family; empty if nothing of it is registered. */
  @SuppressWarnings("unchecked")
  public <T> Catalog<T> of(Class<T> type) {
    return (Catalog<T>) catalogs.computeIfAbsent(type, this::catalog);
  }

  /** The catalog of one kind of record, by the word in {@code kind}. */
  public Catalog<Registered> ofKind(String kind) {
    return ofKind.computeIfAbsent(
        kind,
        word ->
            new TypedCatalog<>(Registered.class, word, each -> each.entry().kind().equals(word)));
  }

  /** The doubts about the record of a dotted path, in the order of the sources. */
  public List<Doubt> doubts(String path) {
    return ofKind("doubt").all().stream()
        .map(Doubt.class::cast)
        .filter(doubt -> doubt.subject().equalsIgnoreCase(path))
        .toList();
  }

  /** All entries of all kinds, in the order of the sources. */
  public List<CatalogEntry> entries() {
    return held.stream().map(Held::entry).toList();
  }

  /** The object of a dotted path, whatever its type. */
  public Optional<Object> atPath(String path) {
    return Optional.ofNullable(byPath.get(fold(path))).map(this::object);
  }

  @Override
  public boolean registers(Class<?> type) {
    return Registered.class.isAssignableFrom(type);
  }

  @Override
  public <T> T lookup(Class<T> type, String name, String port) {
    Catalog<T> catalog = of(type);
    return catalog
        .find(name)
        .orElseThrow(() -> UnknownNameException.of(port, describe(type), name, catalog.ids()));
  }

  @Override
  public Optional<RecordShape<?>> kind(Class<?> family, String name) {
    return kinds.values().stream()
        .filter(kind -> family.isAssignableFrom(kind.type()))
        .filter(
            kind ->
                kind.name().equalsIgnoreCase(name)
                    || kind.aliases().stream().anyMatch(alias -> alias.equalsIgnoreCase(name)))
        .findFirst()
        .map(kind -> shape(kind));
  }

  private void addKind(RecordKind<?> kind) {
    RecordKind<?> other = kinds.putIfAbsent(kind.name(), kind);
    if (other != null && other.type() != kind.type()) {
      throw refused(
          "the kind %s is claimed for %s and for %s"
              .formatted(kind.name(), other.type().getName(), kind.type().getName()));
    }
  }

  private TypedCatalog<?> catalog(Class<?> type) {
    return new TypedCatalog<>(
        type, type.getSimpleName(), each -> type.isAssignableFrom(each.kind().type()));
  }

  private RecordShape<?> shape(RecordKind<?> kind) {
    RecordShape<?> known = shapes.get(kind.name());
    if (known == null) {
      known = kind.shape();
      shapes.put(kind.name(), known);
    }
    return known;
  }

  private Object object(Held each) {
    String path = each.entry().path();
    Object known = objects.get(path);
    if (known == null) {
      known = read(each);
      Object raced = objects.putIfAbsent(path, known);
      known = raced == null ? known : raced;
    }
    return known;
  }

  private Object read(Held each) {
    try {
      RecordMembers members = RecordMembers.of(each.entry());
      return shape(each.kind())
          .read(each.kind().arrange(members.fields()), this, Map.of("origin", members.origin()));
    } catch (BadInputException | UnknownNameException e) {
      String record = "%s of %s: ".formatted(each.entry().path(), each.source());
      throw MlsysimException.of(e.findings().stream().map(finding -> in(record, finding)).toList());
    }
  }

  /** The same finding, said of a record. */
  private static Finding in(String record, Finding finding) {
    return new Finding(
        finding.code(),
        finding.port(),
        record + finding.message(),
        finding.hint(),
        finding.value(),
        finding.expected(),
        finding.nearest(),
        finding.position());
  }

  private static BadInputException refused(String message) {
    return new BadInputException(
        List.of(
            Finding.of(
                ErrorCode.NAME_DUPLICATE, "", "The catalogs are refused: " + message + ".")));
  }

  private static String describe(Class<?> type) {
    return "a registered " + type.getSimpleName();
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private final class TypedCatalog<T> implements Catalog<T> {
    private final Class<T> type;
    private final String what;
    private final List<Held> entries;
    private final Map<String, Held> byName = new LinkedHashMap<>();

    TypedCatalog(Class<T> type, String what, Predicate<Held> belongs) {
      this.type = type;
      this.what = what;
      this.entries =
          held.stream()
              .filter(belongs)
              .sorted(Comparator.comparing(each -> each.entry().id()))
              .toList();
      Map<String, String> ambiguous = new LinkedHashMap<>();
      for (Held each : entries) {
        claim(each.entry().path(), each);
        Held other = byName.put(fold(each.entry().id()), each);
        if (other != null) {
          if (!other.source().equals(each.source())) {
            throw refused(
                "the %s %s is claimed by %s and by %s"
                    .formatted(what, each.entry().id(), other.source(), each.source()));
          }
          ambiguous.put(fold(each.entry().id()), each.entry().id());
        }
      }
      // An id that one source gives to two records (cache levels of two devices) needs its path.
      ambiguous.keySet().forEach(byName::remove);
      entries.forEach(each -> each.entry().names().forEach(name -> claim(name, each)));
    }

    private void claim(String name, Held each) {
      byName.putIfAbsent(fold(name), each);
    }

    @Override
    public T get(String name) {
      return find(name)
          .orElseThrow(() -> UnknownNameException.of("", "a registered " + what, name, ids()));
    }

    @Override
    public Optional<T> find(String name) {
      @Nullable Held each = byName.get(fold(name));
      return each == null ? Optional.empty() : Optional.of(type.cast(object(each)));
    }

    @Override
    public Optional<CatalogEntry> entry(String name) {
      return Optional.ofNullable(byName.get(fold(name))).map(Held::entry);
    }

    @Override
    public List<String> ids() {
      return entries.stream().map(each -> each.entry().id()).distinct().toList();
    }

    @Override
    public List<T> all() {
      return entries.stream()
          .map(each -> type.cast(object(each)))
          .collect(Collectors.toUnmodifiableList());
    }
  }
}
