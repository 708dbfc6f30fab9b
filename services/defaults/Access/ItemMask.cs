using System.Collections;
using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Tsunagu.Contracts.Options.V1;

namespace Tsunagu.ServiceDefaults.Access;

/// <summary>Shows of a record what the items of a grant cover: the contract says which field belongs to which item.</summary>
public static class ItemMask
{
    static readonly ConcurrentDictionary<MessageDescriptor, IReadOnlySet<string>> Known = new();

    /// <summary>Items that the fields of a message belong to, those of the messages within included.</summary>
    public static IReadOnlySet<string> ItemsOf(MessageDescriptor message) => Known.GetOrAdd(message, static shown =>
    {
        var items = new SortedSet<string>(StringComparer.Ordinal);
        Collect(shown, items, []);
        return items;
    });

    /// <summary>Clears every field whose item is not among those shown. A field without item is kept, and what lies within it is looked at.</summary>
    /// <param name="message">The answer; it is changed.</param>
    /// <param name="shown">Items to show.</param>
    public static void Apply(IMessage message, IReadOnlySet<string> shown)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (ItemOf(field) is { } item && !shown.Contains(item))
                field.Accessor.Clear(message);
            else if (field is { FieldType: FieldType.Message, IsMap: false } && ItemsOf(field.MessageType).Count > 0)
                Within(field.Accessor.GetValue(message), shown);
        }
    }

    static void Within(object? value, IReadOnlySet<string> shown)
    {
        foreach (var inner in value is IList list ? list : new[] { value })
            if (inner is IMessage one)
                Apply(one, shown);
    }

    static void Collect(MessageDescriptor message, SortedSet<string> items, HashSet<MessageDescriptor> seen)
    {
        if (!seen.Add(message)) return;
        foreach (var field in message.Fields.InDeclarationOrder())
        {
            if (ItemOf(field) is { } item)
                items.Add(item);
            if (field is { FieldType: FieldType.Message, IsMap: false })
                Collect(field.MessageType, items, seen);
        }
    }

    static string? ItemOf(FieldDescriptor field) => field.GetOptions()?.GetExtension(OptionsExtensions.Item) is { Length: > 0 } item ? item : null;
}
