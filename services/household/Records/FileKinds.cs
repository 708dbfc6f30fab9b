namespace Tsunagu.Households.Records;

/// <summary>Knows a file by its first bytes, whatever its name says.</summary>
static class FileKinds
{
    /// <summary>Bytes that tell every kind.</summary>
    public const int HeadBytes = 8;

    /// <summary>The kind of a file; text is what nothing speaks against, and is looked at to its end.</summary>
    /// <param name="head">Its first bytes: <see cref="HeadBytes"/>, or all of them.</param>
    public static FileKind Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return FileKind.Jpeg;
        if (head.StartsWith(PngFilter.Signature))
            return FileKind.Png;
        return head.StartsWith("%PDF-"u8) ? FileKind.Pdf : FileKind.Text;
    }

    /// <summary>Media type under which it is given out.</summary>
    public static string MediaType(FileKind kind) => kind switch
    {
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.Pdf => "application/pdf",
        FileKind.Text => "text/plain; charset=utf-8",
    };

    /// <summary>What becomes of what it tells about its making.</summary>
    public static FileMetadata Metadata(FileKind kind) => kind switch
    {
        FileKind.Jpeg or FileKind.Png => FileMetadata.Removed,
        FileKind.Pdf => FileMetadata.Kept,
        FileKind.Text => FileMetadata.None,
    };

    /// <summary>What passes on of it what may be kept.</summary>
    public static FileFilter Filter(FileKind kind) => kind switch
    {
        FileKind.Jpeg => new JpegFilter(),
        FileKind.Png => new PngFilter(),
        FileKind.Pdf => new WholeFilter(),
        FileKind.Text => new TextFilter(),
    };
}
