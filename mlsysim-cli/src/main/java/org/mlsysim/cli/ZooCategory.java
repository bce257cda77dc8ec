package org.mlsysim.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import javax.measure.Quantity;
import javax.measure.Unit;
import org.mlsysim.api.catalog.Catalog;
import org.mlsysim.api.catalog.CatalogEntry;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.catalog.Origin;
import org.mlsysim.api.catalog.Provenance;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.error.UnknownNameException;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.infrastructure.Datacenter;
import org.mlsysim.api.infrastructure.GridProfile;
import org.mlsysim.api.port.RecordShape;
import org.mlsysim.api.scenario.Dataset;
import org.mlsysim.api.scenario.Persona;
import org.mlsysim.api.scenario.Scenario;
import org.mlsysim.api.system.Fleet;
import org.mlsysim.api.system.NetworkFabric;
import org.mlsysim.api.system.Node;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.wall.Wall;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.api.workload.Workload;

/** A category of registered objects: its type, what a listing says of each, and its order. */
final class ZooCategory<T extends Registered> {
  private static final List<ZooCategory<?>> ALL =
      List.of(
          of("hardware", HardwareNode.class, ZooCategory::hardware, ZooCategory::peak),
          of("models", Workload.class, ZooCategory::model, ZooCategory::parameters),
          of("nodes", Node.class, ZooCategory::node, each -> 0),
          of("fleets", Fleet.class, ZooCategory::fleet, each -> 0),
          of("fabrics", NetworkFabric.class, ZooCategory::fabric, each -> 0),
          of("grids", GridProfile.class, ZooCategory::grid, each -> 0),
          of("datacenters", Datacenter.class, ZooCategory::datacenter, each -> 0),
          of("scenarios", Scenario.class, ZooCategory::scenario, each -> 0),
          open("personas", Persona.class),
          open("datasets", Dataset.class),
          of("walls", Wall.class, ZooCategory::wall, each -> 0));

  private final String name;
  private final Class<T> type;
  private final Optional<BiConsumer<T, Wire.FieldsBuilder>> members;
  private final ToDoubleFunction<T> size;

  private ZooCategory(
      String name,
      Class<T> type,
      Optional<BiConsumer<T, Wire.FieldsBuilder>> members,
      ToDoubleFunction<T> size) {
    this.name = name;
    this.type = type;
    this.members = members;
    this.size = size;
  }

  private static <T extends Registered> ZooCategory<T> of(
      String name,
      Class<T> type,
      BiConsumer<T, Wire.FieldsBuilder> members,
      ToDoubleFunction<T> size) {
    return new ZooCategory<>(name, type, Optional.of(members), size);
  }

  /** A category whose listing shows the single values of each record. */
  private static <T extends Registered> ZooCategory<T> open(String name, Class<T> type) {
    return new ZooCategory<>(name, type, Optional.empty(), each -> 0);
  }

  static List<String> names() {
    return ALL.stream().map(each -> each.name).toList();
  }

  static Optional<ZooCategory<?>> find(String name) {
    return ALL.stream()
        .filter(each -> each.name.equals(name))
        .<ZooCategory<?>>map(each -> each)
        .findFirst();
  }

  /** The catalog of the category. */
  Catalog<T> catalog(Catalogs catalogs) {
    return catalogs.of(type);
  }

  /** What a listing says, largest first where the category has a size, then by id. */
  List<Wire> entries(Catalogs catalogs, Optional<String> filter) {
    Catalog<T> catalog = catalog(catalogs);
    List<T> objects = new ArrayList<>(catalog.all());
    objects.sort(
        Comparator.comparingDouble((T each) -> -size.applyAsDouble(each))
            .thenComparing(Registered::id));
    List<Wire> entries = new ArrayList<>();
    for (T object : objects) {
      Optional<CatalogEntry> entry = object.origin().map(Origin::path).flatMap(catalog::entry);
      if (entry.isPresent() && matches(object, entry.get(), filter)) {
        entries.add(entry(object, entry.get(), catalogs));
      }
    }
    return entries;
  }

  private static boolean matches(Registered object, CatalogEntry entry, Optional<String> filter) {
    if (filter.isEmpty()) {
      return true;
    }
    String wanted = filter.get().toLowerCase(Locale.ROOT);
    List<String> names = new ArrayList<>(entry.names());
    names.addAll(Arrays.asList(entry.id(), entry.path(), object.name()));
    return names.stream().anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(wanted));
  }

  private Wire entry(T object, CatalogEntry entry, Catalogs catalogs) {
    Wire.FieldsBuilder fields =
        Wire.fields()
            .put("id", entry.id())
            .put("path", entry.path())
            .put("name", object.name())
            // Names with dots are paths of earlier versions, which nobody types.
            .put(
                "aliases",
                Wire.texts(entry.names().stream().filter(each -> each.indexOf('.') < 0).toList()))
            .put(
                "source",
                text(object.origin().flatMap(Origin::provenance).flatMap(Provenance::title)));
    if (members.isPresent()) {
      members.get().accept(object, fields);
    } else {
      written(object, entry, catalogs)
          .values()
          .forEach(
              (field, value) -> {
                if (!field.equals("name") && !(value instanceof Wire.Fields)) {
                  fields.put(field, value);
                }
              });
    }
    return fields.build();
  }

  /** Everything about one object. */
  Wire.Fields details(String id, Catalogs catalogs) {
    CatalogEntry entry =
        catalog(catalogs)
            .entry(id)
            .orElseThrow(
                () ->
                    UnknownNameException.of(
                        "id", "one of the " + name, id, catalog(catalogs).ids()));
    Map<String, Wire> all = entry.fields().get().values();
    Wire.FieldsBuilder record =
        Wire.fields()
            .put("id", entry.id())
            .put("path", entry.path())
            .put("kind", entry.kind())
            .put("aliases", Wire.texts(entry.names()));
    record.putAll(written(catalog(catalogs).get(entry.path()), entry, catalogs));
    record.put("notes", all.getOrDefault("notes", Wire.NULL));
    return Wire.fields()
        .put("status", "ok")
        .put("record", record.build())
        .put("provenance", all.getOrDefault("provenance", Wire.NULL))
        .put("field_provenance", all.getOrDefault("field_provenance", Wire.fields().build()))
        .put("caveats", Wire.texts(caveats(entry, catalogs)))
        .build();
  }

  /** The fields of an object, defaults included, in their declared units. */
  private Wire.Fields written(T object, CatalogEntry entry, Catalogs catalogs) {
    return catalogs
        .kind(type, entry.kind())
        .map(shape -> fields(shape, object))
        .orElseGet(() -> Wire.fields().build());
  }

  private static <R extends Record> Wire.Fields fields(RecordShape<R> shape, Object object) {
    return shape.write(shape.type().cast(object));
  }

  private static List<String> caveats(CatalogEntry entry, Catalogs catalogs) {
    return catalogs.doubts(entry.path()).stream()
        .map(
            doubt ->
                doubt.field()
                    + " is "
                    + doubt.valueHere()
                    + " here; "
                    + doubt.document()
                    + " says "
                    + doubt.valueExpected()
                    + ", the reference has "
                    + doubt.referenceValue()
                    + ".")
        .toList();
  }

  private static Wire text(Optional<String> text) {
    return text.map(Wire::of).orElse(Wire.NULL);
  }

  private static <Q extends Quantity<Q>> Wire amount(
      Optional<? extends Quantity<Q>> quantity, Unit<Q> unit) {
    return quantity.isEmpty()
        ? Wire.NULL
        : new Wire.Amount(Units.in(unit, quantity.get()), Units.symbol(unit));
  }

  private static void hardware(HardwareNode each, Wire.FieldsBuilder to) {
    to.put("kind", text(each.origin().map(Origin::path).map(ZooCategory::group)))
        .put("release_year", each.releaseYear().map(Wire::of).orElse(Wire.NULL))
        .put("peak_flops", amount(Optional.of(each.compute().peakFlops()), Units.FLOP_PER_SECOND))
        .put("memory_capacity", amount(Optional.of(each.memory().capacity()), Units.BYTE))
        .put(
            "memory_bandwidth",
            amount(Optional.of(each.memory().bandwidth()), Units.BYTE_PER_SECOND))
        .put("tdp", amount(each.tdp(), Units.WATT))
        .put("unit_cost", amount(each.unitCost(), Units.USD));
  }

  /** The group of a path such as {@code Hardware.Cloud.H100}: cloud. */
  private static String group(String path) {
    int first = path.indexOf('.');
    int second = path.indexOf('.', first + 1);
    return second < 0 ? "" : path.substring(first + 1, second).toLowerCase(Locale.ROOT);
  }

  private static double peak(HardwareNode each) {
    return Units.in(Units.FLOP_PER_SECOND, each.compute().peakFlops());
  }

  private static void model(Workload each, Wire.FieldsBuilder to) {
    to.put("architecture", each.architecture())
        .put("parameters", amount(each.parameterCount(), Units.PARAMETER))
        .put(
            "layers",
            each.layerCount().isPresent() ? Wire.of(each.layerCount().getAsInt()) : Wire.NULL)
        .put("inference_flops", amount(each.workPerUnit(), Units.FLOP));
  }

  private static double parameters(Workload each) {
    return each.parameterCount().map(count -> Units.in(Units.PARAMETER, count)).orElse(0.0);
  }

  private static void node(Node each, Wire.FieldsBuilder to) {
    to.put("accelerator", each.accelerator().id())
        .put("accelerators_per_node", each.acceleratorsPerNode())
        .put("intra_node_bw", amount(Optional.of(each.intraNodeBw()), Units.BYTE_PER_SECOND));
  }

  private static void fleet(Fleet each, Wire.FieldsBuilder to) {
    to.put("node", each.node().id())
        .put("count", each.count())
        .put("total_accelerators", each.acceleratorTotal())
        .put("fabric", each.fabric().id());
  }

  private static void fabric(NetworkFabric each, Wire.FieldsBuilder to) {
    to.put("topology", each.topology())
        .put("bandwidth", amount(Optional.of(each.bandwidth()), Units.BYTE_PER_SECOND))
        .put("latency", amount(each.latency(), Units.SECOND))
        .put("oversubscription_ratio", each.oversubscriptionRatio());
  }

  private static void grid(GridProfile each, Wire.FieldsBuilder to) {
    to.put("carbon_intensity", amount(Optional.of(each.carbonIntensity()), Units.GRAM_PER_KWH))
        .put("pue", each.pue())
        .put("wue", amount(Optional.of(each.wue()), Units.LITRE_PER_KWH))
        .put("kwh_price", amount(each.electricityPrice(), Units.USD_PER_KWH));
  }

  private static void datacenter(Datacenter each, Wire.FieldsBuilder to) {
    to.put("grid", each.grid().id())
        .put("pue", each.effectivePue())
        .put("kwh_price", amount(each.price(), Units.USD_PER_KWH));
  }

  private static void scenario(Scenario each, Wire.FieldsBuilder to) {
    to.put("workload", each.workload().id())
        .put("system", each.system().id())
        .put("sla_latency", amount(each.slaLatency(), Units.SECOND))
        .put("power_budget", amount(each.powerBudget(), Units.WATT))
        .put("target_accuracy", each.targetAccuracy().map(Wire::of).orElse(Wire.NULL));
  }

  private static void wall(Wall each, Wire.FieldsBuilder to) {
    to.put("number", each.number())
        .put("domain", each.domain().name().toLowerCase(Locale.ROOT))
        .put("equation", each.equation())
        .put("resolvers", Wire.texts(each.resolvers()));
  }
}
