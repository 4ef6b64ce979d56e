using CoBuilding.Data;
using CoBuilding.Documents.Reading;
using CoBuilding.Reader.Protocol;

namespace CoBuilding.Documents.Files;

internal static class FileRefusals
{
    /// <summary>Maps the reader's refusals to rules for uploaded files.</summary>
    /// <param name="said">The kind according to its name.</param>
    public static RuleBroken Of(ReaderMessage.Refused refused, FileKind said) =>
        refused.Reason switch
        {
            RefusalReason.UnknownKind => FilesRules.KindNotTaken(),
            RefusalReason.OtherKind => FilesRules.OtherThanItsName(said.Ending(), FileKinds.Of((ReadingKind)refused.Number).Ending()),
            RefusalReason.Encrypted => FilesRules.Encrypted(),
            RefusalReason.OldOffice => FilesRules.OldOffice(),
            RefusalReason.HasMacros => FilesRules.HasMacros(),
            RefusalReason.IsProgram => FilesRules.IsProgram(),
            RefusalReason.HoldsOtherFiles => FilesRules.HoldsOtherFiles(),
            RefusalReason.HoldsForbiddenPart => FilesRules.HoldsForbiddenPart(refused.Part!.Value),
            RefusalReason.UnpacksTooLarge => FilesRules.UnpacksTooLarge(refused.Number),
            RefusalReason.TooManyCharacters => FilesRules.TooMuchText(refused.Number),
            RefusalReason.LineTooLong => FilesRules.LineTooLong(refused.Number),
            RefusalReason.TooMuchToRead => FilesRules.TooMuchToRead(),
            RefusalReason.OutOfMemory => ReaderRules.GrewTooLarge(),
            _ => FilesRules.Unreadable(),
        };
}
