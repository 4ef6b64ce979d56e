using CoBuilding.Data;
using CoBuilding.Documents.Reading;
using CoBuilding.Reader.Protocol;

namespace CoBuilding.Documents;

internal static class SheetRefusals
{
    /// <summary>Maps the reader's refusals to rules for lists.</summary>
    public static RuleBroken Of(ReaderMessage.Refused refused) =>
        refused.Reason switch
        {
            RefusalReason.Encrypted => SheetRules.Encrypted(),
            RefusalReason.HasMacros => SheetRules.HasMacros(),
            RefusalReason.UnpacksTooLarge => SheetRules.UnpacksTooLarge(refused.Number),
            RefusalReason.TooManyRows => SheetRules.TooManyRows(refused.Number),
            RefusalReason.TooManyColumns => SheetRules.TooManyColumns(refused.Number),
            RefusalReason.TooManyCharacters => SheetRules.TooMuchText(refused.Number),
            RefusalReason.LineTooLong => SheetRules.LineTooLong(refused.Number),
            RefusalReason.TooMuchToRead => SheetRules.UnpacksTooLarge(ReadingLimits.MostUnpacked / 1024 / 1024),
            RefusalReason.OutOfMemory => ReaderRules.GrewTooLarge(),
            _ => SheetRules.NotAWorkbook(),
        };
}
