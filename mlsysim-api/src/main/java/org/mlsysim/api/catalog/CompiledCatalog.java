package org.mlsysim.api.catalog;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(open(INDEX), 1 << 16))) {
      if (in.readInt() != FORMAT) {
        throw new IllegalStateException("%s was compiled for another version".formatted(name));
      }
      this.files = new AtomicReferenceArray<>(in.readUnsignedShort());
      String[] kinds = new String[in.readUnsignedShort()];
      for (int i = 0; i < kinds.length; i++) {
        kinds[i] = in.readUTF();
      }
      int count = in.readInt();
      List<CatalogEntry> read = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        read.add(entry(in, kinds));
      }
      this.entries = List.copyOf(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  private CatalogEntry entry(DataInputStream in, String[] kinds) throws IOException {
    String id = in.readUTF();
    String kind = kinds[in.readUnsignedByte()];
    String path = in.readUTF();
    String[] names = new String[in.readUnsignedByte()];
    for (int i = 0; i < names.length; i++) {
      names[i] = in.readUTF();
    }
    int file = in.readUnsignedShort();
    int offset = in.readInt();
    return new CatalogEntry(id, kind, path, List.of(names), () -> fields(file, offset));
  }

  private Wire.Fields fields(int file, int offset) {
    byte[] bytes = files.get(file);
    try {
      if (bytes == null) {
        try (InputStream in = open(resource(file))) {
          bytes = in.readAllBytes();
        }
        files.set(file, bytes);
      }
      DataInputStream in =
          new DataInputStream(new ByteArrayInputStream(bytes, offset, bytes.length - offset));
      return (Wire.Fields) read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InputStream open(String resource) throws IOException {
    InputStream in = resources.apply(resource);
    if (in == null) {
      throw new IOException("%s has no resource %s".formatted(name, resource));
    }
    return in;
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
        row.writeUTF(entry.id());
        row.writeByte(kinds.indexOf(entry.kind()));
        row.writeUTF(entry.path());
        row.writeByte(entry.names().size());
        for (String each : entry.names()) {
          row.writeUTF(each);
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
      out.writeUTF(kind);
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
      out.writeUTF(text.value());
    } else if (wire instanceof Wire.Flag flag) {
      out.writeByte(flag.value() ? TRUE : FALSE);
    } else if (wire instanceof Wire.Amount amount) {
      out.writeByte(AMOUNT);
      out.writeDouble(amount.value());
      out.writeUTF(amount.unit());
    } else if (wire instanceof Wire.Items items) {
      out.writeByte(ITEMS);
      out.writeShort(items.values().size());
      for (Wire each : items.values()) {
        write(each, out);
      }
    } else if (wire instanceof Wire.Fields fields) {
      out.writeByte(FIELDS);
      out.writeShort(fields.values().size());
      for (Map.Entry<String, Wire> each : fields.values().entrySet()) {
        out.writeUTF(each.getKey());
        write(each.getValue(), out);
      }
    } else {
      out.writeByte(NULL);
    }
  }

  private static Wire read(DataInputStream in) throws IOException {
    byte tag = in.readByte();
    return switch (tag) {
      case NULL -> Wire.NULL;
      case NUMBER, WHOLE -> new Wire.Num(in.readDouble(), tag == WHOLE);
      case TEXT -> new Wire.Text(in.readUTF());
      case TRUE, FALSE -> new Wire.Flag(tag == TRUE);
      case AMOUNT -> new Wire.Amount(in.readDouble(), in.readUTF());
      case ITEMS -> items(in);
      case FIELDS -> fields(in);
      default -> throw new IOException("no value begins with " + tag);
    };
  }

  private static Wire items(DataInputStream in) throws IOException {
    int size = in.readUnsignedShort();
    List<Wire> items = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      items.add(read(in));
    }
    return new Wire.Items(items);
  }

  private static Wire.Fields fields(DataInputStream in) throws IOException {
    int size = in.readUnsignedShort();
    Map<String, Wire> fields = new LinkedHashMap<>(size * 2);
    for (int i = 0; i < size; i++) {
      String name = in.readUTF();
      fields.put(name, read(in));
    }
    return new Wire.Fields(fields);
  }
}
