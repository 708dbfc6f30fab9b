using System.Reflection;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Tsunagu.Gateway.Catalogue;

/// <summary>The comments of the protos by full name; generated code does not carry them, the embedded descriptor set does.</summary>
sealed class ContractComments
{
    const string Resource = "tsunagu.protoset";

    readonly Dictionary<string, string> texts = [];

    /// <summary>Reads the descriptor set of an assembly of generated code.</summary>
    public ContractComments(Assembly assembly)
    {
        using var stream = assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{assembly.GetName().Name} carries no {Resource}.");
        var files = FileDescriptorSet.Parser.ParseFrom(stream).File.Select(f => f.ToByteString());
        foreach (var file in FileDescriptor.BuildFromByteStrings(files))
            Read(file);
    }

    /// <summary>The leading comment, on one line; null when there is none.</summary>
    public string? this[string fullName] => texts.GetValueOrDefault(fullName);

    void Read(FileDescriptor file)
    {
        foreach (var service in file.Services)
            AddAll([service, .. service.Methods]);
        foreach (var message in file.MessageTypes)
            Read(message);
        foreach (var values in file.EnumTypes)
            AddAll([values, .. values.Values]);
    }

    void Read(MessageDescriptor message)
    {
        AddAll([message, .. message.Fields.InDeclarationOrder()]);
        foreach (var nested in message.NestedTypes)
            Read(nested);
        foreach (var values in message.EnumTypes)
            AddAll([values, .. values.Values]);
    }

    void AddAll(IEnumerable<DescriptorBase> descriptors)
    {
        foreach (var descriptor in descriptors)
        {
            var lines = descriptor.Declaration?.LeadingComments.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (lines is { Length: > 0 })
                texts[descriptor.FullName] = string.Join(' ', lines);
        }
    }
}
