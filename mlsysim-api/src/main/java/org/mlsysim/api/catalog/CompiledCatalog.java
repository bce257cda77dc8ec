package org.mlsysim.api.catalog;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.wire.Wire;

/**
 * Records that the build turned from YAML into resources: an index of names, and one resource of
 * fields for each source file, read when a record of it is first asked for.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class CompiledCatalog implements CatalogSource {
  /** The resource of the index; those of the fields are {@code catalog-0.bin} and on. */
  public static final String INDEX = "catalog.bin";

  private static final int FORMAT = 0x4d4c5301;

  private static final byte NULL = 0;
  private static final byte NUMBER = 1;
  private static final byte WHOLE = 2;
  private static final byte TEXT = 3;
  private static final byte TRUE = 4;
  private static final byte FALSE = 5;
  private static final byte AMOUNT = 6;
  private static final byte ITEMS = 7;
  private static final byte FIELDS = 8;

  private final String name;
  private final Function<String, @Nullable InputStream> resources;
  private final AtomicReferenceArray<byte @Nullable []> files;
  private final List<CatalogEntry> entries;

  private CompiledCatalog(String name, Function<String, @Nullable InputStream> resources) {
    this.name = name;
    this.resources = resources;
    ByteBuffer in = ByteBuffer.wrap(bytes(INDEX));
    if (in.getInt() != FORMAT) {
      throw new IllegalStateException("%s was compiled for another version".formatted(name));
    }
    this.files = new AtomicReferenceArray<>(in.getShort());
    String[] kinds = new String[in.getShort()];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = text(in);
    }
    int count = in.getInt();
    List<CatalogEntry> read = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      read.add(entry(in, kinds));
    }
    this.entries = List.copyOf(read);
  }

  /**
   * Opens the compiled records of a module.
   *
   * @param name the source as errors name it
   * @param resources gives a resource by name; the module's own, so that it need not open them
   */
  public static CompiledCatalog open(
      String name, Function<String, @Nullable InputStream> resources) {
    return new CompiledCatalog(name, resources);
  }

  private CatalogEntry entry(ByteBuffer in, String[] kinds) {
    String id = text(in);
    String kind = kinds[in.get()];
    String path = text(in);
    String[] names = new String[in.get()];
    for (int i = 0; i < names.length; i++) {
      names[i] = text(in);
    }
    int file = in.getShort();
    int offset = in.getInt();
    return new CatalogEntry(id, kind, path, List.of(names), () -> fields(file, offset));
  }

  private Wire.Fields fields(int file, int offset) {
    byte[] bytes = files.get(file);
    if (bytes == null) {
      bytes = bytes(resource(file));
      files.set(file, bytes);
    }
    return (Wire.Fields) read(ByteBuffer.wrap(bytes).position(offset));
  }

  private byte[] bytes(String resource) {
    try (InputStream in = resources.apply(resource)) {
      if (in == null) {
        throw new IllegalStateException("%s has no resource %s".formatted(name, resource));
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(int file) {
    return "catalog-" + file + ".bin";
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<CatalogEntry> entries() {
    return entries;
  }

  /**
   * Compiles records into resources.
   *
   * @param files the records of each source file
   * @return the bytes of each resource, by its name
   */
  public static Map<String, byte[]> compile(List<List<Wire.Fields>> files) throws IOException {
    Map<String, byte[]> resources = new LinkedHashMap<>();
    List<String> kinds = new ArrayList<>();
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    DataOutputStream row = new DataOutputStream(rows);
    int count = 0;
    for (int file = 0; file < files.size(); file++) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      for (Wire.Fields record : files.get(file)) {
        CatalogEntry entry = WireCatalogSource.entry(record);
        if (!kinds.contains(entry.kind())) {
          kinds.add(entry.kind());
        }
        writeText(entry.id(), row);
        row.writeByte(kinds.indexOf(entry.kind()));
        writeText(entry.path(), row);
        row.writeByte(entry.names().size());
        for (String each : entry.names()) {
          writeText(each, row);
        }
        row.writeShort(file);
        row.writeInt(out.size());
        count++;
        write(entry.fields().get(), out);
      }
      resources.put(resource(file), bytes.toByteArray());
    }
    ByteArrayOutputStream index = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(index);
    out.writeInt(FORMAT);
    out.writeShort(files.size());
    out.writeShort(kinds.size());
    for (String kind : kinds) {
      writeText(kind, out);
    }
    out.writeInt(count);
    rows.writeTo(out);
    resources.put(INDEX, index.toByteArray());
    return resources;
  }

  private static void write(Wire wire, DataOutputStream out) throws IOException {
    if (wire instanceof Wire.Num num) {
      out.writeByte(num.whole() ? WHOLE : NUMBER);
      out.writeDouble(num.value());
    } else if (wire instanceof Wire.Text text) {
      out.writeByte(TEXT);
      writeText(text.value(), out);
    } else if (wire instanceof Wire.Flag flag) {
      out.writeByte(flag.value() ? TRUE : FALSE);
    } else if (wire instanceof Wire.Amount amount) {
      out.writeByte(AMOUNT);
      out.writeDouble(amount.value());
      writeText(amount.unit(), out);
    } else if (wire instanceof Wire.Items items) {
      out.writeByte(ITEMS);
      out.writeInt(items.values().size());
      for (Wire each : items.values()) {
        write(each, out);
      }
    } else if (wire instanceof Wire.Fields fields) {
      out.writeByte(FIELDS);
      out.writeInt(fields.values().size());
      for (Map.Entry<String, Wire> each : fields.values().entrySet()) {
        writeText(each.getKey(), out);
        write(each.getValue(), out);
      }
    } else {
      out.writeByte(NULL);
    }
  }

  private static void writeText(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(ByteBuffer in) {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static Wire read(ByteBuffer in) {
    byte tag = in.get();
    return switch (tag) {
      case NULL -> Wire.NULL;
      case NUMBER, WHOLE -> new Wire.Num(in.getDouble(), tag == WHOLE);
      case TEXT -> new Wire.Text(text(in));
      case TRUE, FALSE -> new Wire.Flag(tag == TRUE);
      case AMOUNT -> new Wire.Amount(in.getDouble(), text(in));
      case ITEMS -> items(in);
      case FIELDS -> fields(in);
      default -> throw new IllegalStateException("no value begins with " + tag);
    };
  }

  private static Wire items(ByteBuffer in) {
    int size = in.getInt();
    List<Wire> items = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      items.add(read(in));
    }
    return new Wire.Items(items);
  }

  private static Wire.Fields fields(ByteBuffer in) {
    int size = in.getInt();
    Map<String, Wire> fields = new LinkedHashMap<>(size * 2);
    for (int i = 0; i < size; i++) {
      String name = text(in);
      fields.put(name, read(in));
    }
    return new Wire.Fields(fields);
  }
}
