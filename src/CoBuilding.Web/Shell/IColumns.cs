namespace CoBuilding.Web.Shell;

internal interface IColumns<TRow>
{
    void Add(Col<TRow> column);
}
