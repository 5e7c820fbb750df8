"""介護保険事業状況報告: indicators of the long-term care insurance, insurer by insurer."""

from loaders.contract import Candidate, Loader, Recognition, Streamed
from loaders.insurance_status.report_table import ReportTable, is_report, tables_of
from loaders.insurance_status.transform import transform_report


class InsuranceStatus:
    """Tables of the report, one row for each insurer."""

    name = "insurance_status"
    title_ja = "介護保険事業状況報告（保険者別）"
    title_en = "Status report of the long-term care insurance, by insurer"

    def recognise(self, candidate: Candidate) -> Recognition:
        """By the heads 都道府県 and 保険者 with columns of numbers beside them."""
        return Recognition(score=float(is_report(candidate)), looked_for="looked_for")

    def read(self, candidate: Candidate) -> tuple[ReportTable, ...]:
        """Bytes → the tables of the report, each cell as it stands.

        Raises:
            LoadStopped: it cannot be opened, or holds no table by insurer.
        """
        return tables_of(candidate)

    def transform(self, records: tuple[ReportTable, ...], candidate: Candidate) -> Streamed:
        """Rows → observations; a row that cannot be taken becomes a problem."""
        return transform_report(records, candidate)


LOADER: Loader = InsuranceStatus()
