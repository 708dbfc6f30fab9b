using Tsunagu.Households.Parsing;

namespace Tsunagu.Households.Rows;

/// <summary>Maps the sound records of one kind of file.</summary>
/// <typeparam name="TRow">What is made of a record.</typeparam>
interface IRowMapper<TRow> : IDisposable
    where TRow : class
{
    /// <summary>Gives the row, or why it is set aside; both when it is merged all the same.</summary>
    (TRow? Row, Reject? Reject) Map(SourceRecord record);

    /// <summary>What can be read of a record that is set aside already.</summary>
    TRow? Salvage(SourceRecord record) => null;
}
