//! Individual petitions and denunciations (đơn, thư khiếu nại, tố cáo of one person), which a dialogue does not take up.
