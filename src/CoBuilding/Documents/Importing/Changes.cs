using CoBuilding.Texts;

namespace CoBuilding.Documents.Importing;

public static class Changes
{
    public static string InWords(this Change change) =>
        Wording.T(
            "Importing.FromTo",
            change.Column,
            change.Old ?? Wording.T("Importing.Blank"),
            change.New ?? Wording.T("Importing.Blank")
        );
}
