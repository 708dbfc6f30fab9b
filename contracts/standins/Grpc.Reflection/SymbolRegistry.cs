using Google.Protobuf.Reflection;

namespace Grpc.Reflection;

/// <summary>Finds proto files by their names and by what they declare.</summary>
public class SymbolRegistry
{
    readonly Dictionary<string, FileDescriptor> byName = new(StringComparer.Ordinal);
    readonly Dictionary<string, FileDescriptor> bySymbol = new(StringComparer.Ordinal);

    SymbolRegistry()
    {
    }

    /// <summary>Knows the given files and all that they import.</summary>
    public static SymbolRegistry FromFiles(IEnumerable<FileDescriptor> fileDescriptors)
    {
        ArgumentNullException.ThrowIfNull(fileDescriptors);
        var registry = new SymbolRegistry();
        foreach (var file in fileDescriptors)
            registry.Add(file);
        return registry;
    }

    /// <summary>The file of a name, such as <c>google/protobuf/any.proto</c>; null when it is not known.</summary>
    public FileDescriptor? FileByName(string filename) => byName.GetValueOrDefault(filename);

    /// <summary>The file that declares a message, an enum, a service or a method of that full name; null when it is not known.</summary>
    public FileDescriptor? FileContainingSymbol(string symbol) => bySymbol.GetValueOrDefault(symbol);

    void Add(FileDescriptor file)
    {
        if (!byName.TryAdd(file.Name, file))
            return;
        foreach (var imported in file.Dependencies)
            Add(imported);
        Add(file.EnumTypes);
        Add(file.Services);
        Add(file.Services.SelectMany(service => service.Methods));
        foreach (var message in file.MessageTypes)
            Add(message);
    }

    void Add(MessageDescriptor message)
    {
        Add([message]);
        Add(message.EnumTypes);
        foreach (var nested in message.NestedTypes)
            Add(nested);
    }

    void Add(IEnumerable<IDescriptor> declared)
    {
        foreach (var one in declared)
            bySymbol[one.FullName] = one.File;
    }
}
