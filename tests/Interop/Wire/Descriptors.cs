using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Testing;

namespace Tsunagu.Tests.Interop.Wire;

/// <summary>The contract as foreign programs read it: a serialized <c>FileDescriptorSet</c>.</summary>
static class Descriptors
{
    /// <summary>Writes the set to a file; dependencies come before those that need them.</summary>
    public static async Task WriteAsync(string path, CancellationToken ct)
    {
        var set = new FileDescriptorSet();
        Add(set, TestReflection.Descriptor);
        await File.WriteAllBytesAsync(path, set.ToByteArray(), ct);
    }

    static void Add(FileDescriptorSet set, FileDescriptor file)
    {
        foreach (var dependency in file.Dependencies)
            Add(set, dependency);
        if (set.File.All(known => known.Name != file.Name))
            set.File.Add(file.ToProto());
    }
}
