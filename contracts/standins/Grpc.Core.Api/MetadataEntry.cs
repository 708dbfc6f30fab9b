using System.Buffers;
using System.Text;

namespace Grpc.Core;

public sealed partial class Metadata
{
    /// <summary>One key with its text or bytes.</summary>
    public class Entry
    {
        static readonly SearchValues<char> KeyCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-.");

        readonly string? value;
        readonly byte[]? valueBytes;

        /// <summary>A binary entry.</summary>
        /// <exception cref="ArgumentException">The key is not a header name that ends in <see cref="BinaryHeaderSuffix"/>.</exception>
        public Entry(string key, byte[] valueBytes)
        {
            ArgumentNullException.ThrowIfNull(valueBytes);
            Key = Normalized(key);
            if (!IsBinary)
                throw new ArgumentException($"Key for binary valued metadata entry needs to have suffix indicating binary value: {Key}", nameof(key));
            this.valueBytes = (byte[])valueBytes.Clone();
        }

        /// <summary>A text entry; the value is to be printable ASCII.</summary>
        /// <exception cref="ArgumentException">The key is not a header name, or ends in <see cref="BinaryHeaderSuffix"/>.</exception>
        public Entry(string key, string value)
        {
            ArgumentNullException.ThrowIfNull(value);
            Key = Normalized(key);
            if (IsBinary)
                throw new ArgumentException($"Key for ASCII valued metadata entry cannot have suffix indicating binary value: {Key}", nameof(key));
            this.value = value;
        }

        /// <summary>The key, in lower case.</summary>
        public string Key { get; }

        /// <summary>The bytes; of a text entry its ASCII bytes.</summary>
        public byte[] ValueBytes => valueBytes is null ? Encoding.ASCII.GetBytes(value!) : (byte[])valueBytes.Clone();

        /// <summary>The text.</summary>
        /// <exception cref="InvalidOperationException">The entry carries bytes.</exception>
        public string Value => value ?? throw new InvalidOperationException("Cannot access string value of a binary metadata entry");

        /// <summary>Whether the key ends in <see cref="BinaryHeaderSuffix"/>.</summary>
        public bool IsBinary => Key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        /// <inheritdoc />
        public override string ToString() =>
            value is null ? $"[Entry: key={Key}, valueBytes={valueBytes}]" : $"[Entry: key={Key}, value={value}]";

        internal bool Is(string key) => string.Equals(Key, key, StringComparison.OrdinalIgnoreCase);

        static string Normalized(string key)
        {
            ArgumentNullException.ThrowIfNull(key);
            var lower = key.ToLowerInvariant();
            return lower.Length > 0 && !lower.AsSpan().ContainsAnyExcept(KeyCharacters)
                ? lower
                : throw new ArgumentException(
                    $"Metadata entry key '{key}' not valid. Keys can only contain lowercase alphanumeric characters, underscores, hyphens and dots.", nameof(key));
        }
    }
}
